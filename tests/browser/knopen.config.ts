// The story behind a proxy before several nodes, and what befalls the database below them (`make proof-story`, which starts all of it).
import { defineConfig } from '@playwright/test';
import basis from './playwright.config';

export default defineConfig({ ...basis, testMatch: ['verhaal.spec.ts', 'knopen.ts'], workers: 1 });
