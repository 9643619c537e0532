declare module '*.bin' {
  const bytes: ArrayBuffer;
  export default bytes;
}

declare module '*/dist/engine-version.json' {
  const built: { version: string };
  export default built;
}
