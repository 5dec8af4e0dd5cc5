import { CURRENCIES } from "./currencies.ts";

/** The units that are no money, with what they count: the one spelling of each. */
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
  chips: "Accelerators, GPUs and TPUs alike.",
  modules: "Optical modules.",
  racks: "Racks.",
  systems: "Systems of several racks, or of programs.",
  turbines: "Turbines.",
  engines: "Optical or gas engines.",
  shares: "Shares of stock.",
  BTC: "Bitcoin.",
  companies: "Companies.",
  customers: "Customers.",
  people: "Persons.",
  sites: "Sites.",
  facilities: "Facilities.",
  "grid operators": "Grid operators.",
  entities: "Persons, firms and bodies on a list.",
  magnitude: "Magnitude of an earthquake.",
};

/** Money for something: `USD per MW`. */
const MONEY_PER = ["MW", "GW", "year", "month", "share", "unit", "kWh", "MWh", "wafer"] as const;

/** Whether a record may have the unit: one of the list, a currency, or a currency per something of its list. */
export function isUnit(unit: string): boolean {
  return Object.hasOwn(UNITS, unit) || isMoneyUnit(unit);
}

/** Whether a unit counts money: `USD`, or `USD per MW`. */
export function isMoneyUnit(unit: string): boolean {
  const [currency = "", ...per] = unit.split(" per ");
  if (!CURRENCIES.has(currency) || per.length > 1) return false;
  return per[0] === undefined || (MONEY_PER as readonly string[]).includes(per[0]);
}

/** Whether a unit counts power, which means nothing without its basis. */
export function isPowerUnit(unit: string): boolean {
  return unit === "MW" || unit === "GW";
}

/** Every unit, for suggestions and messages; currencies left out. */
export const UNIT_NAMES: readonly string[] = [
  ...Object.keys(UNITS),
  ...MONEY_PER.map((per) => `USD per ${per}`),
];
