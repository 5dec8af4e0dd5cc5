import type { Browser, Page } from "playwright-core";

export interface WatchedPage {
  readonly page: Page;
  /** Everything that a reader would not want: console errors, exceptions, requests to elsewhere, breaches of the policy. */
  readonly complaints: readonly string[];
}

/** A page that notes what goes wrong on it. */
export async function openWatched(
  browser: Browser,
  url: string,
  options: { width: number; height: number; colorScheme: "light" | "dark" },
): Promise<WatchedPage> {
  const { width, height, colorScheme } = options;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const asked = request.url();
    const isLocal = asked.startsWith(`${url}/`) || asked.startsWith("data:") || asked.startsWith("blob:");
    if (!isLocal) complaints.push(`request: ${asked}`);
  });
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  await page.exposeFunction("complain", (text: string) => complaints.push(text));
  await page.addInitScript(`document.addEventListener("securitypolicyviolation", (event) =>
    complain("policy: " + event.violatedDirective + " " + event.blockedURI))`);
  return { page, complaints };
}
