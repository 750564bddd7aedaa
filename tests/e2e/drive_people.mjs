// Use the page as a person would; print what it shows after each step, as JSON.
// Usage: node drive_people.mjs <path of chromium> <URL of the page>
import { chromium } from "playwright-core";

const [executablePath, url] = process.argv.slice(2);
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath, args: ["--disable-gpu", "--disable-quic", ...quiet] });
const page = await browser.newPage();
const faults = [];
page.on("pageerror", (fault) => faults.push(String(fault)));

async function register(name, email) {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Register" }).click();
  await page.locator("#form-error:not(:empty), #form-status:not(:empty)").waitFor();
  return shown();
}

async function shown() {
  const text = (selector) => page.locator(selector).textContent();
  return {
    error: await text("#form-error"),
    status: await text("#form-status"),
    name: await text("#name-error"),
    email: await text("#email-error"),
  };
}

async function people() {
  const rows = await page.locator("#people tr").all();
  return Promise.all(rows.map((row) => row.locator("td").allTextContents()));
}

try {
  await page.goto(url);
  const registered = await register("<b>Ada</b> & Co.", "ada@example.com");
  await page.locator("#people tr").waitFor();
  const duplicate = await register("Another Ada", "ada@example.com");
  const invalid = await register("", "nonsense");
  await page.reload();
  await page.locator("#people tr").waitFor();
  console.log(JSON.stringify({ registered, duplicate, invalid, people: await people(), faults }));
} finally {
  await browser.close();
}
