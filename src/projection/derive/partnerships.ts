import { PARTNERSHIP_DEPENDENTS, PARTNERSHIP_PROVIDERS } from "../../domain/dependency-table.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { MemberRole } from "../../domain/vocabularies/contracts.ts";
import type { NeedCollector } from "../need-collector.ts";
import type { RecordIndex } from "../record-index.ts";
import type { Steps } from "../steps.ts";

const TECHNOLOGY = {
  channel: "TECHNOLOGY",
  phase: "BUILD",
  mode: "EXPOSURE",
  closure: { kind: "OPEN" },
} as const;

/** Member → partnership → member, by role: a tie that paths can follow and failures never do. */
export function* derivePartnerships(index: RecordIndex, needs: NeedCollector): Steps<void> {
  for (const partnership of index.ofKind("Partnership")) {
    yield;
    for (const member of index.in(partnership.id, "MEMBER_OF")) {
      const shape = {
        pattern: "partnership",
        relationships: [member.id],
        isChoice: false,
        isConcluded: false,
      };
      const company = member.from ?? "";
      if (hasRole(member, PARTNERSHIP_DEPENDENTS)) {
        needs.add(
          { ...TECHNOLOGY, dependent: company, key: "TECHNOLOGY" },
          { ...shape, provider: partnership.id },
        );
      }
      if (hasRole(member, PARTNERSHIP_PROVIDERS)) {
        needs.add(
          { ...TECHNOLOGY, dependent: partnership.id, key: "TECHNOLOGY" },
          { ...shape, provider: company },
        );
      }
    }
  }
}

function hasRole(member: StoredRecord, roles: readonly MemberRole[]): boolean {
  return roles.includes(textField(member, "role") as MemberRole);
}
