module.exports = {
  spec: ["test/**/*.test.ts"],
  ignore: ["test/support/**"],
  import: ["tsx"],
  "forbid-only": Boolean(process.env.CI),
  timeout: 10_000,
};
