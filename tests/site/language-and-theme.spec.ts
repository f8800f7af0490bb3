import { expect, test } from "../support/browser/test";

test("a German visitor reads German, and a choice in the footer survives a reload and applies to every page", async ({
  castIn,
}) => {
  const cast = castIn({ locale: "de-DE" });
  const visitor = await cast.passerBy();
  const { page } = visitor;
  const document = page.locator("html");

  await test.step("by the browser's language", async () => {
    await visitor.opens("/sign-in");
    await expect(document).toHaveAttribute("lang", "de");
    await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
    await visitor.button("Anmelden").click();
    await visitor.reads("Gib deine E-Mail-Adresse ein.");
  });

  await test.step("by their own choice", async () => {
    await page.getByRole("combobox", { name: "Sprache" }).selectOption("English");
    await expect(document).toHaveAttribute("lang", "en");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await visitor.reloads();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await visitor.opens("/docs/api");
    await expect(document).toHaveAttribute("lang", "en");
  });

  await test.step("and back", async () => {
    await page.getByRole("combobox", { name: "Language" }).selectOption("Deutsch");
    await expect(document).toHaveAttribute("lang", "de");
    await visitor.opens("/sign-up");
    await expect(page.getByRole("heading", { name: "Konto erstellen" })).toBeVisible();
  });
});

for (const [locale, button, wrong] of [
  [
    "en-GB",
    "Create account",
    ["Enter a valid email address.", "Must have at least 10 characters."],
  ],
  [
    "de-DE",
    "Konto erstellen",
    ["Gib eine gültige E-Mail-Adresse ein.", "Muss mindestens 10 Zeichen haben."],
  ],
] as const) {
  test(`in ${locale}, each field explains what the server did not accept`, async ({ castIn }) => {
    const visitor = await castIn({ locale }).passerBy();
    const { page } = visitor;
    await visitor.opens("/sign-up");
    await page.locator("[name=name]").fill("Nora New");
    await page.locator("[name=handle]").fill("nora_new");
    await page.locator("[name=email]").fill("nora");
    await page.locator("[name=password]").fill("short");
    visitor.watch.expects(/status of 400/);
    await visitor.button(button).click();
    for (const words of wrong) await visitor.reads(words);
  });
}

test("the theme is the system's until one is chosen, which then survives a reload and applies to every page", async ({
  cast,
}) => {
  const visitor = await cast.passerBy();
  const { page } = visitor;
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.emulateMedia({ colorScheme: "light" });
  await visitor.opens("/sign-in");
  await expect.poll(background).toBe("light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(background).toBe("dark");
  await page.getByRole("radio", { name: "Light" }).check({ force: true });
  await expect.poll(background).toBe("light");
  await visitor.reloads();
  await expect(page.getByRole("radio", { name: "Light" })).toBeChecked();
  expect(await background()).toBe("light");
  await visitor.opens("/sign-up");
  expect(await background()).toBe("light");
  await page.getByRole("radio", { name: "System" }).check({ force: true });
  await expect.poll(background).toBe("dark");
});
