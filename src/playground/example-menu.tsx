import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { Kind, parse } from "graphql";
import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { examples, exampleTopics, type Example } from "./examples.ts";

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
      <ExampleList choose={choose} />
    </details>
  );
}

/** All examples under their topics, or those that have every word that the reader types. */
function ExampleList({ choose }: { readonly choose: (example: Example) => void }): ReactNode {
  const [typed, setTyped] = useState("");
  const words = typed.toLowerCase().split(/\s+/);
  const shown = exampleTopics.flatMap(({ heading, examples: all }) => {
    const matching = all.filter((example) => hasWords(example, words));
    return matching.length === 0 ? [] : [{ heading, matching }];
  });
  const isOpen = (heading: string): boolean => typed !== "" || heading === exampleTopics[0]?.heading;
  return (
    <div className="example-list">
      <input
        type="search"
        placeholder={`Find among ${examples.length} questions`}
        aria-label="Find a question"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {shown.length === 0 && <p>No question has these words.</p>}
      {shown.map(({ heading, matching }) => (
        <details key={`${heading} ${words.join(" ")}`} open={isOpen(heading)}>
          <summary>
            {heading} <span>{matching.length}</span>
          </summary>
          <ul>
            {matching.map((example) => (
              <li key={example.title}>
                <button type="button" onClick={() => choose(example)}>
                  <strong>{example.title}</strong>
                  {example.description !== "" && <span>{example.description}</span>}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function hasWords({ title, description, query }: Example, words: readonly string[]): boolean {
  const text = `${title} ${description} ${query}`.toLowerCase();
  return words.every((word) => text.includes(word));
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
