import type { DatasetProblem } from "../../domain/errors.ts";
import { listedIds, type LinkedDataset } from "../linked-dataset.ts";
import { placeOf, type LocatedRecord } from "../located-record.ts";
import { showPosition } from "../position.ts";
import { expected, problemAt } from "../problem.ts";

interface Ticker {
  readonly located: LocatedRecord;
  readonly value: string;
  readonly index: number;
}

/** A ticker without its exchange is no other company's ticker on any exchange. */
export function bareTickers({ ofKind }: LinkedDataset): DatasetProblem[] {
  const tickers = ofKind("Company").flatMap((located) =>
    listedIds(located, "tickers").map(([value, index]): Ticker => ({ located, value, index })),
  );
  return tickers
    .filter(({ value }) => !value.includes(":"))
    .flatMap(({ located, value, index }) => {
      const other = tickers.find(
        (ticker) => symbolOf(ticker.value) === value && ticker.located.record.id !== located.record.id,
      );
      if (other === undefined) return [];
      const what = `it with its exchange, for ${other.located.record.id} at ${showPosition(other.located.at)} has ${other.value}`;
      const message = expected("tickers", value, what);
      return [problemAt(placeOf(located, "tickers", index), "ambiguous-ticker", message, value)];
    });
}

function symbolOf(ticker: string): string {
  return ticker.slice(ticker.indexOf(":") + 1);
}
