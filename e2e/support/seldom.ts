/**
 * How `waitForFunction` waits: ten times a second. Its own way, once a frame, keeps the page drawing all the
 * while, and costs more than what many a test is about.
 */
export const seldom = { polling: 100 };
