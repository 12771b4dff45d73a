/** How many collections may stand in one another, so that walking over data never exhausts the stack. */
export const MAX_DEPTH = 100;
/** How often pieces are cut again; a copy of the text is kept for each level, so this bounds the memory. */
export const MAX_CUT_DEPTH = 16;
/** From this many code units on a piece is cut again, so that an edit within it costs little. */
export const PIECE_SIZE = 4096;
/** Larger pieces that were cut are known by their parts only: comparing those costs less than keeping a copy. */
export const MAX_KEPT_SOURCE = 65_536;
/** How many nodes the aliases of one piece may stand for, taken together. */
export const MAX_ALIAS_NODES = 10_000;
/** How many problems of one text are told; who has more does not read them all. */
export const MAX_PROBLEMS = 200;
