import "./styles/tokens.css";
import "./app/app.ts";
import { playground } from "./playground/playground.ts";

void playground.start();

// For the curious, in the browser's console: `playground.current.run.records` is the whole trace.
Object.assign(globalThis, { playground });
