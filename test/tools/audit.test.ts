import { describe, expect, it } from 'vitest';
import { isAllowed, licenceFaults, readAudit, SHIPPED_LICENCES, TOOL_LICENCES } from '../../scripts/audit.ts';

describe('a licence', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND Apache-2.0', true],
    ['MIT AND GPL-3.0', false],
    ['MPL-2.0', false],
    ['GPL-3.0-only', false],
    ['UNLICENSED', false],
    ['', false],
    [null, false],
  ])('%j of a shipped package is allowed: %j', (licence, allowed) => {
    expect(isAllowed(licence, SHIPPED_LICENCES)).toBe(allowed);
  });

  it('of a tool may bind whoever passes the tool on, and must be known', () => {
    expect(isAllowed('MPL-2.0', TOOL_LICENCES)).toBe(true);
    expect(isAllowed('AGPL-3.0', TOOL_LICENCES)).toBe(false);
  });

  it('that is not allowed is told with its package', () => {
    const packages = [
      { path: 'node_modules/a', isShipped: true, licence: 'MPL-2.0' },
      { path: 'node_modules/b', isShipped: false, licence: 'MPL-2.0' },
      { path: 'node_modules/c', isShipped: false, licence: null },
    ];
    expect(licenceFaults(packages)).toEqual([
      'node_modules/a (shipped): MPL-2.0',
      'node_modules/c (a tool): none',
    ]);
  });
});

describe('the answer of the registry', () => {
  const answer = (severities: Record<string, string>) =>
    JSON.stringify({
      metadata: { vulnerabilities: { high: 0, critical: 0 } },
      vulnerabilities: Object.fromEntries(
        Object.entries(severities).map(([name, severity]) => [name, { severity, via: [] }]),
      ),
    });

  it('is read for high and critical vulnerabilities', () => {
    expect(readAudit(answer({ a: 'moderate', b: 'high', c: 'critical' }))).toEqual([
      'b: high',
      'c: critical',
    ]);
    expect(readAudit(answer({}))).toEqual([]);
  });

  it.each([
    '',
    'not JSON',
    '{"message":"405 Method Not Allowed","statusCode":405}',
    '{"error":{"code":"ENOTFOUND"}}',
  ])('that is none counts as not checked: %j', (output) => {
    expect(readAudit(output)).toBeNull();
  });
});
