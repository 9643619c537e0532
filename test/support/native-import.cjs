// Vitest hands a dynamic import of its own files to its own loader; one that stands in CommonJS stays Node's.
module.exports = (path) => import(path);
