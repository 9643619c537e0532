/** The least that a Worker does: its CPU time is that of the runtime and of HTTP. */
// biome-ignore lint/style/noDefaultExport: the entry of a Worker module
export default { fetch: (): Response => Response.json({ status: 'alive' }) };
