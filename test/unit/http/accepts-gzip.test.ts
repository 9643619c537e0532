import { describe, expect, it } from 'vitest';
import { acceptsGzip, namesGzip } from '../../../src/http/accepts-gzip.ts';
import { isKnownTag } from '../../../src/http/entity-tags.ts';

describe('gzip is accepted', () => {
  it.each([
    'gzip',
    'gzip, deflate, br',
    'br;q=1.0, gzip;q=0.8, *;q=0.1',
    'GZip',
    'x-gzip',
    '*',
    'deflate,gzip;q=0.001',
    'gzip ; q=0.5',
    'identity;q=0, *',
  ])('by %j', (header) => {
    expect(namesGzip(header)).toBe(true);
  });
});

describe('gzip is not accepted', () => {
  it.each([
    '',
    'identity',
    'br',
    'deflate, br',
    'gzip;q=0',
    'gzip;q=0.0, *',
    'gzip;q=0.000',
    '*;q=0',
    'gzip;q=2',
    'gzip;q=',
    'gzippy',
    'gzip;q=0.3, identity;q=0.9',
    'gzip br',
  ])('by %j', (header) => {
    expect(namesGzip(header)).toBe(false);
  });
});

describe('of a request', () => {
  const request = (header: string | null, cf?: object) => ({
    headers: new Headers(header === null ? {} : { 'accept-encoding': header }),
    ...(cf && { cf }),
  });

  it('the header counts, and none means no', () => {
    expect(acceptsGzip(request('gzip'))).toBe(true);
    expect(acceptsGzip(request('br'))).toBe(false);
    expect(acceptsGzip(request(null))).toBe(false);
  });

  it('the client’s own header counts where the edge has replaced it', () => {
    expect(acceptsGzip(request('br, gzip', { clientAcceptEncoding: '' }))).toBe(false);
    expect(acceptsGzip(request('br, gzip', { clientAcceptEncoding: 'br' }))).toBe(false);
    expect(acceptsGzip(request('br, gzip', { clientAcceptEncoding: 'gzip, deflate' }))).toBe(true);
    expect(acceptsGzip(request('br, gzip', { colo: 'VIE' }))).toBe(true);
  });
});

describe('If-None-Match', () => {
  it.each([
    '"abc"',
    'W/"abc"',
    '"x", "abc"',
    'W/"x","abc"',
    ' "x" , W/"abc" ,',
    '*',
    ' * ',
    ', ,"abc"',
    '"with,comma", "abc"',
    '"", "abc"',
  ])('%j names the tag', (header) => {
    expect(isKnownTag(header, 'abc')).toBe(true);
  });

  it.each([
    null,
    '',
    'abc',
    '"ab"',
    '"abcd"',
    'w/"abc"',
    '"x" W',
    '"a\u0000bc"',
    '"*"',
    '"x, abc"',
    "'abc'",
    '"abc',
    'x, "abc"',
    '"ABC"',
  ])('%j does not name the tag', (header) => {
    expect(isKnownTag(header, 'abc')).toBe(false);
  });
});
