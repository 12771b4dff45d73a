// The build loads data files as text, so that the bundles need no file beside them; what is shipped of frameworks and
// scales it loads as JSON (scripts/shippedData.mjs).
declare module '*.yaml' {
  const text: string;
  export default text;
}
declare module '*.md' {
  const text: string;
  export default text;
}
