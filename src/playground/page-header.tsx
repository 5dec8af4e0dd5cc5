import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { ExampleMenu } from "./example-menu.tsx";

/** What the page is, and the examples. It stands above GraphiQL, and inside it for React: only there is its store to be had. */
export function PageHeader({ element }: { readonly element: Element }): ReactNode {
  return createPortal(
    <>
      <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width="28" height="28" />
      <div className="page-words">
        <h1>Chokepoint</h1>
        <p>Who depends on whom in AI infrastructure, and what breaks: every fact with its source.</p>
      </div>
      <ExampleMenu />
    </>,
    element,
  );
}
