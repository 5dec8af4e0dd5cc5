import { datePrecision, dayRange, type PartialDate } from "../../domain/date.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const QUARTERS = ["first", "second", "third", "fourth"] as const;

/** "on 2026-05-12", "in May 2026", "in the third quarter of 2026", "in 2026", "between 2026-01-10 and 2026-03-15". */
export function dateWords(date: PartialDate): string {
  const { first, last } = dayRange(date);
  const [year, month] = [first.slice(0, 4), Number(first.slice(5, 7))];
  switch (datePrecision(date)) {
    case "DAY":
      return `on ${date}`;
    case "MONTH":
      return `in ${MONTHS[month - 1] ?? ""} ${year}`;
    case "QUARTER":
      return `in the ${QUARTERS[(month - 1) / 3] ?? ""} quarter of ${year}`;
    case "YEAR":
      return `in ${year}`;
    default:
      return rangeWords(first, last);
  }
}

function rangeWords(first: string, last: string): string {
  const year = first.slice(0, 4);
  if (first === `${year}-01-01` && last === `${year}-06-30`) return `in the first half of ${year}`;
  if (first === `${year}-07-01` && last === `${year}-12-31`) return `in the second half of ${year}`;
  return `between ${first} and ${last}`;
}
