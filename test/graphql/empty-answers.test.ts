import { openEmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import { describeEmptyAnswers } from "./empty-answers.ts";

describeEmptyAnswers("the embedded store", () => openEmbeddedStore({ directory: ":memory:" }));
