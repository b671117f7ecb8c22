// What a key costs in a long document (`docs/performance.md`): a figure, not a test, and therefore not among them.
import { defineConfig } from '@playwright/test';
import basis from './playwright.config';

export default defineConfig({ ...basis, testMatch: 'typen.ts', workers: 1 });
