import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { Kind, parse } from "graphql";
import { useEffect, useRef, type ReactNode, type RefObject } from "react";
import { examples, type Example } from "./examples.ts";

/** The examples as a menu; choosing one puts it into the editor and runs it. */
export function ExampleMenu(): ReactNode {
  const menu = useRef<HTMLDetailsElement>(null);
  const open = useOpenExample();
  useCloseOnLeave(menu);
  if (examples.length === 0) return null;
  const choose = (example: Example): void => {
    menu.current?.removeAttribute("open");
    open(example);
  };
  return (
    <details className="examples" ref={menu}>
      <summary>Examples</summary>
      <ul>
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" onClick={() => choose(example)}>
              <strong>{example.title}</strong>
              {example.description !== "" && <span>{example.description}</span>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the reader has written stays: an example takes the place of another example only, or of nothing. */
function useOpenExample(): (example: Example) => void {
  const actions = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  return (example) => {
    const written = queryEditor?.getValue().trim() ?? "";
    const isReplaceable = written === "" || examples.some(({ query }) => query.trim() === written);
    if (!isReplaceable) actions.addTab();
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(example.variables);
    // The store follows the editor only after a while, and would run the new text under the old name.
    actions.setOperationFacts(operationFacts(example.query));
    actions.run();
  };
}

function operationFacts(
  query: string,
): Parameters<ReturnType<typeof useGraphiQLActions>["setOperationFacts"]>[0] {
  const documentAST = parse(query);
  const operations = documentAST.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operationName = operations[0]?.name?.value;
  return { documentAST, operations, ...(operationName === undefined ? {} : { operationName }) };
}

function useCloseOnLeave(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const closeOutside = ({ target }: Event): void => {
      if (target instanceof Node && menu.current?.contains(target) === false)
        menu.current.removeAttribute("open");
    };
    const closeOnEscape = ({ key }: KeyboardEvent): void => {
      if (key !== "Escape" || menu.current?.open !== true) return;
      menu.current.removeAttribute("open");
      menu.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, [menu]);
}
