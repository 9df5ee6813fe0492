// tsx keeps a cache outside the project unless it is told not to. Only its ESM hooks are used, as `keylab` itself does.
process.env.TSX_DISABLE_CACHE = "1";
// The AWS SDK is pinned; that later versions will want a newer Node.js is no news.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

module.exports = {
  spec: ["test/**/*.test.ts"],
  ignore: ["test/support/**"],
  import: ["tsx/esm"],
  require: ["./test/support/propertySeed.ts"],
  "forbid-only": Boolean(process.env.CI),
  // Half of the tests wait for processes of others, and two at a time wait longer: a limit is there for what hangs.
  parallel: true,
  jobs: 2,
  timeout: 30_000,
};
