import { describe, expect, it } from 'vitest';
import { keyActor } from '../../../../src/lib/rbac.ts';
import { callerAt, callerOf } from '../../../../src/services/access/caller-of.ts';

describe('a caller', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('at %s is %s', (address, caller) => {
    expect(callerAt(address)).toBe(caller);
  });

  it.each([undefined, '', 'unknown', '1.2.3', '2001:db8', '1::2::3', 'g::1', '1.2.3.4, 5.6.7.8'])(
    'at %s, which is not an address, shares one budget with all such callers',
    (address) => {
      expect(callerAt(address)).toBe('local');
    },
  );

  it('is an address, the first key of its line, or null for those without limits', () => {
    expect(callerOf({ type: 'anonymous', address: '203.0.113.9', scopes: [] })).toBe('203.0.113.9');
    const key = { id: 'second', caller: 'first', role: 'reader', requestsPerMinute: null } as const;
    expect(callerOf(keyActor(key))).toBe('key:first');
    expect(callerOf({ type: 'operator' })).toBeNull();
    expect(callerOf({ type: 'system', job: 'test' })).toBeNull();
  });
});
