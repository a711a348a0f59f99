// Mocha's browser build has no types of its own: it puts `mocha` into the global scope and exports nothing.
declare module 'mocha/mocha.js' {
  export {};
}
