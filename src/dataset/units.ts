import { CURRENCIES } from "./currencies.ts";

/** The units of observations that are no money, with what they count. */
export const UNITS: Readonly<Record<string, string>> = {
  percent: "Hundredths.",
  "percent/year": "Change in hundredths over a year.",
  "percent/quarter": "Change in hundredths over a quarter.",
  "percent of par": "Price of a bond against its face value.",
  "basis-points": "Hundredths of a percent.",
  ratio: "One number over another.",
  x: "Times.",
  "x/year": "Times in a year.",
  rating: "A rating, in words.",
  date: "A date, in words.",
  text: "Words.",
  W: "Watts.",
  kW: "Kilowatts.",
  MW: "Megawatts.",
  GW: "Gigawatts.",
  kWh: "Kilowatt hours.",
  MWh: "Megawatt hours.",
  "pJ/bit": "Picojoules for a bit.",
  "Gbit/s": "Gigabits a second.",
  "Tbit/s": "Terabits a second.",
  GB: "Gigabytes.",
  "GB/s": "Gigabytes a second.",
  nm: "Nanometres.",
  mm: "Millimetres.",
  km: "Kilometres.",
  feet: "Feet.",
  miles: "Miles.",
  acres: "Acres.",
  "square feet": "Square feet.",
  minutes: "Minutes.",
  hours: "Hours.",
  days: "Days.",
  weeks: "Weeks.",
  months: "Months.",
  years: "Years.",
  tonnes: "Tonnes.",
  "tonnes/month": "Tonnes a month.",
  "tonnes/year": "Tonnes a year.",
  wafers: "Wafers.",
  "wafers/day": "Wafers a day.",
  "wafers/month": "Wafers a month.",
  "wafers/year": "Wafers a year.",
  units: "Pieces of the subject.",
  "units/month": "Pieces of the subject a month.",
  "units/quarter": "Pieces of the subject a quarter.",
  "units/year": "Pieces of the subject a year.",
  GPUs: "Accelerators.",
  engines: "Optical or gas engines.",
  shares: "Shares of stock.",
  BTC: "Bitcoin.",
  companies: "Companies.",
  customers: "Customers.",
  people: "Persons.",
  sites: "Sites.",
  facilities: "Facilities.",
  "grid operators": "Grid operators.",
};

/** Money for something: `USD per MW`. */
const MONEY_PER = ["MW", "GW", "year", "month", "share", "unit", "kWh", "MWh", "wafer"] as const;

/** Whether observations may have the unit: one of the list, a currency, or a currency per something of its list. */
export function isUnit(unit: string): boolean {
  if (Object.hasOwn(UNITS, unit) || CURRENCIES.has(unit)) return true;
  const [currency = "", per = ""] = unit.split(" per ");
  return CURRENCIES.has(currency) && (MONEY_PER as readonly string[]).includes(per);
}

/** Every unit, for suggestions and messages; currencies left out. */
export const UNIT_NAMES: readonly string[] = [
  ...Object.keys(UNITS),
  ...MONEY_PER.map((per) => `USD per ${per}`),
];
