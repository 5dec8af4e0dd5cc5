import { isIP } from "node:net";

const PREFIX = /^\d{1,3}$/;
const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/**
 * Reads addresses of proxies, or networks of them (`10.0.0.0/8`), with commas between; nothing for none. Undefined when an entry is
 * neither.
 */
export function parseTrustedProxies(text: string): readonly string[] | undefined {
  if (text === "") return [];
  const entries = text.split(",").map((entry) => entry.trim());
  return entries.every(isAddressOrNetwork) ? entries : undefined;
}

function isAddressOrNetwork(entry: string): boolean {
  const [address = "", prefix, ...rest] = entry.split("/");
  const bits = BITS[isIP(address)];
  if (bits === undefined || rest.length > 0) return false;
  return prefix === undefined || (PREFIX.test(prefix) && Number(prefix) <= bits);
}
