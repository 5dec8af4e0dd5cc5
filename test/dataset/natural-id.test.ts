import { describe, expect, it } from "vitest";
import { isRecordId } from "../../src/domain/ids.ts";
import { naturalIds, type UnnamedRecord } from "../../src/dataset/natural-id.ts";
import { NESTINGS } from "../../src/dataset/nesting.ts";

const member = NESTINGS.find(({ kind }) => kind === "MarketMember");

describe("a natural id", () => {
  it("stays an id where a name is longer than one may be, and where it is repeated", () => {
    if (member === undefined) throw new Error("members of a market are nested");
    const record: UnnamedRecord = {
      kind: "MarketMember",
      fields: { estimate: "estimate:market", names: ["a very long name ".repeat(40)] },
    };
    const idOf = naturalIds();
    const ids = [1, 2, 3].map(() => idOf(record, member));
    expect(ids.filter((id) => !isRecordId(id))).toEqual([]);
    expect(new Set(ids).size).toBe(3);
  });
});
