// The bundler takes these in as what they hold.
declare module '*.cfg' {
  const text: string;
  export default text;
}
declare module '*.txt' {
  const text: string;
  export default text;
}
