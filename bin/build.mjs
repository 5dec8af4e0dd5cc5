import { build } from "./build-steps.mjs";

build();
