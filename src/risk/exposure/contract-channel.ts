import type { Channel } from "../../domain/channels.ts";
import { partiesIn, type LinkTest } from "../contract-parties.ts";
import type { RecordId } from "../../domain/ids.ts";
import { textField, type StoredRecord } from "../../domain/record.ts";
import type { RecordIndex } from "../../projection/record-index.ts";
import type { MoneyClass } from "../money/money-class.ts";
import { guarantorsOf, isOfSeveral, moneySides, type MoneySides } from "../money/money-sides.ts";

/** One company exposed to others through one contract. */
export interface ContractTie {
  readonly company: RecordId;
  readonly counterparties: readonly RecordId[];
  readonly channel: Channel;
  readonly moneyClass: MoneyClass;
  /** The money comes from the company; otherwise it goes to it. */
  readonly isPayer: boolean;
  /** Several stand on one of the two sides, and no source splits it. */
  readonly isShared: boolean;
  /** The contract's own value is the company's: not where it only guarantees what others owe. */
  readonly isValued: boolean;
}

const POWER_TYPES: readonly string[] = ["POWER_SUPPLY", "POWER_PURCHASE", "INTERCONNECTION"];
const GUARANTEED: readonly string[] = ["LESSEE", "BORROWER", "ISSUER"];

/**
 * What a contract exposes its parties to: who is paid to who pays, who buys to who delivers, who lends or invests to who takes the money,
 * who borrows to who lends, and who guarantees to whom it guarantees for. The price of an acquisition exposes nobody for long.
 */
export function contractTies(
  records: RecordIndex,
  contract: StoredRecord,
  counts: LinkTest,
): readonly ContractTie[] {
  const sides = moneySides(records, contract, counts);
  const guarantees = guaranteeTies(records, contract, sides, counts);
  if (sides === null || sides.moneyClass === "ACQUISITION" || sides.moneyClass === "GUARANTEE")
    return guarantees;
  const { payers, payees, moneyClass } = sides;
  const [payerChannel, payeeChannel] = channelsOf(records, contract, moneyClass, counts);
  const isShared = isOfSeveral(sides);
  const tie = (channel: Channel, counterparties: readonly RecordId[]) => (company: RecordId) => ({
    company,
    isPayer: counterparties === payees,
    counterparties,
    channel,
    moneyClass,
    isShared,
    isValued: true,
  });
  return [...payers.map(tie(payerChannel, payees)), ...payees.map(tie(payeeChannel, payers)), ...guarantees];
}

/** The channel of who pays, and that of who is paid. */
function channelsOf(
  records: RecordIndex,
  contract: StoredRecord,
  moneyClass: MoneyClass,
  counts: LinkTest,
): readonly [Channel, Channel] {
  if (moneyClass === "DEBT") return ["CREDIT", "CAPITAL"];
  if (moneyClass !== "PURCHASE") return ["EXPOSURE", "CAPITAL"];
  if (POWER_TYPES.includes(textField(contract, "type") ?? "")) return ["POWER", "REVENUE"];
  const isCapacity = partiesIn(records, contract.id, ["LESSOR", "PROVIDER"], counts).length > 0;
  return [isCapacity ? "CAPACITY" : "SUPPLY", "REVENUE"];
}

function guaranteeTies(
  records: RecordIndex,
  contract: StoredRecord,
  sides: MoneySides | null,
  counts: LinkTest,
): readonly ContractTie[] {
  const isOwn = sides?.moneyClass === "GUARANTEE";
  const guarantors = isOwn ? sides.payers : guarantorsOf(records, contract, counts);
  const guaranteed = partiesIn(records, contract.id, GUARANTEED, counts);
  const isShared = guarantors.length > 1 || guaranteed.length > 1;
  return guarantors.map((company) => ({
    company,
    counterparties: guaranteed.filter((id) => id !== company),
    channel: "CREDIT",
    moneyClass: "GUARANTEE",
    isPayer: true,
    isShared,
    isValued: isOwn,
  }));
}
