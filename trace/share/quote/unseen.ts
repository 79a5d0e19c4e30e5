/** Characters that nobody sees, and those that turn the direction of what follows them: what is copied names them. */
export const UNSEEN = /[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
