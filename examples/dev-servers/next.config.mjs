// Next.js 16, for what goes through rewrites(); a Route Handler of one's own is live as it is.
export default {
  // Without it a browser gets the whole stream in one burst at the end, in `next dev` and in `next start`.
  compress: false, // cures.md: in next.config.js `compress: false`
  // Without it a stream is cut at 30 s of silence. ms
  experimental: { proxyTimeout: 120_000 }, // cures.md: `experimental.proxyTimeout: 120000` cures
  async rewrites() {
    return [{ source: "/events", destination: "http://localhost:3000/events" }];
  },
};
