declare module '*.bin' {
  const bytes: ArrayBuffer;
  // biome-ignore lint/style/noDefaultExport: a Data module's bytes are its default export
  export default bytes;
}
