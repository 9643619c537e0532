import { SECTIONS, type SectionName } from './lexicon-format.ts';

function section(bytes: ArrayBuffer, name: SectionName): { offset: number; length: number } {
  const view = new DataView(bytes);
  const at = 8 + SECTIONS.indexOf(name) * 8;
  return { offset: view.getUint32(at, true), length: view.getUint32(at + 4, true) };
}

export const words32 = (bytes: ArrayBuffer, name: SectionName): Uint32Array => {
  const { offset, length } = section(bytes, name);
  return new Uint32Array(bytes, offset, length / 4);
};

export const words16 = (bytes: ArrayBuffer, name: SectionName): Uint16Array => {
  const { offset, length } = section(bytes, name);
  return new Uint16Array(bytes, offset, length / 2);
};

export const octets = (bytes: ArrayBuffer, name: SectionName): Uint8Array => {
  const { offset, length } = section(bytes, name);
  return new Uint8Array(bytes, offset, length);
};
