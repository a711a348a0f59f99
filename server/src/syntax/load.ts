// Making the parser ready is the one asynchronous step below the shells.
export { load, ParserNotLoaded } from './tree-reader';
