/** For the browser tests, which are typed. */
export interface Claims {
  [naam: string]: unknown;
}
export interface Account {
  acr: string;
  claims: Claims;
}
export class Aanbieder {
  url: string;
  stuur(asked: Record<string, unknown>): Promise<{ jwks: number; token: number }>;
  kill(): Promise<void>;
}
export const SUBSTANTIAL: string;
export const LOW: string;
export const MFA: string;
export function richtIn(options: {
  dir: string;
  address: string;
  gemeente: string;
  accounts: { medewerker: Record<string, Account>; inwoner: Record<string, Account> };
}): Promise<{ medewerker: Aanbieder; inwoner: Aanbieder; env: Record<string, string>; geheim: string }>;
