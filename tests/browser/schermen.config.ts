// The pictures of the main pages (`make schermen`): not a test, and therefore not among them.
import { defineConfig } from '@playwright/test';
import basis from './playwright.config';

const { launchOptions } = basis.use ?? {};
// A date field speaks the language of the browser itself.
const args = [...(launchOptions?.args ?? []), '--lang=nl-NL', '--accept-lang=nl-NL'];

export default defineConfig({ ...basis, testMatch: 'schermen.ts', workers: 1, use: { ...basis.use, launchOptions: { ...launchOptions, args, env: { ...process.env, LANGUAGE: 'nl' } } } });
