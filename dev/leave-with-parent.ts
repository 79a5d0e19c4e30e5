/**
 * Loaded into each process that `npm start` starts: asks it to end when its standard input ends, which is
 * when `npm start` is gone, whatever it died of.
 */
process.stdin.on("end", () => process.kill(process.pid, "SIGTERM"));
process.stdin.resume();
if ("unref" in process.stdin) process.stdin.unref(); // it must not keep the process up
