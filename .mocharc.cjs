// tsx keeps a cache outside the project unless it is told not to.
process.env.TSX_DISABLE_CACHE = "1";

module.exports = {
  spec: ["test/**/*.test.ts"],
  ignore: ["test/support/**"],
  import: ["tsx"],
  "forbid-only": Boolean(process.env.CI),
  timeout: 10_000,
};
