import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventParser } from '../../../src/web/api/parse-events.ts';

const STREAM =
  'event: line\nid: 1\ndata: {"text":"one"}\n\n: nothing new\n\nevent: line\ndata: {"text":\ndata: "two"}\n\n' +
  'data: broken{\n\n';
const EVENTS = [
  { event: 'line', id: '1', data: { text: 'one' } },
  { event: 'line', id: null, data: { text: 'two' } },
  { event: 'message', id: null, data: undefined },
];

it('reads events, joins their lines of data, and skips comments', () => {
  expect(eventParser()(STREAM)).toEqual(EVENTS);
});

it('reads the same events however the stream is cut and whichever line ends it has', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 12 }), fc.boolean(), (cuts, isDos) => {
      const text = isDos ? STREAM.replaceAll('\n', '\r\n') : STREAM;
      const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      const parse = eventParser();
      const events = places.slice(1).flatMap((end, i) => parse(text.slice(places[i], end)));
      expect(events).toEqual(EVENTS);
    }),
  );
});

it('keeps an event that is not whole', () => {
  const parse = eventParser();
  expect(parse('event: done\ndata: {}\n')).toEqual([]);
  expect(parse('\n')).toEqual([{ event: 'done', id: null, data: {} }]);
});
