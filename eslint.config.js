import tseslint from "typescript-eslint";

/**
 * Which folders each folder may import from. Imports go one way; a folder that is not named here is out of reach.
 * `scripts/`, `bench/` and `test/` stand outside the house and may import anything.
 */
const mayImport = {
  errors: [],
  emulator: [],
  provider: [],
  infra: [],
  toolchain: ["errors"],
  reporters: ["errors"],
  scenarios: ["infra"],
  runner: ["errors", "scenarios", "infra", "reporters"],
  mutations: ["scenarios", "reporters", "runner"],
  catalogue: ["infra", "scenarios", "reporters", "runner", "mutations"],
  targets: ["errors", "emulator", "provider", "runner", "reporters"],
  sandboxes: ["errors", "infra", "scenarios", "runner", "reporters"],
  cli: ["errors", "targets", "runner", "sandboxes", "reporters", "toolchain", "scenarios", "mutations", "catalogue"],
};

const folders = Object.keys(mayImport);

const importDirections = folders.map((folder) => ({
  files: [`${folder}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: folders
          .filter((other) => other !== folder && !mayImport[folder].includes(other))
          .map((other) => ({
            regex: `^(\\.\\./)+${other}/`,
            message: `${folder}/ may not import from ${other}/ (see eslint.config.js for the directions)`,
          })),
      },
    ],
  },
}));

/** Of a namespace that is imported a bundle keeps what is used, and of an object everything. */
const wholeZod = [
  {
    selector: "ImportDeclaration[source.value='zod'][importKind!='type'] > ImportSpecifier[imported.name='z']",
    message: 'Write `import * as z from "zod"`, so that bundles keep only what is used of it.',
  },
  {
    selector: "MemberExpression[object.name='z'][property.name='core']",
    message: 'Import it from "zod/v4/core", so that bundles keep only what is used of it.',
  },
];

/** Of a CommonJS package, `import()` has names of its own in Node.js, and none in a bundle. */
const namesOfLaterPackages = {
  selector:
    "VariableDeclarator[init.argument.type='ImportExpression'][init.argument.source.value=/^(?!\\.|node:)/] > ObjectPattern > Property[key.name!='default']",
  message: "Take `default`: other names are not there in a bundle, where the package is CommonJS.",
};

/** The clients of AWS are a tenth of what a process would load to start the embedded AWS. */
const clientsOfAws = {
  regex: "^@(aws-sdk|smithy)/",
  allowTypeImports: true,
  message: "The embedded AWS takes types alone from the AWS SDK: it starts without it.",
};

export default tseslint.config(
  { ignores: ["node_modules/", ".keylab/", "coverage/", "dist/", "examples/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 45, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 15],
      eqeqeq: "error",
      "no-console": "error",
      "no-warning-comments": "error",
      "no-restricted-syntax": ["error", ...wholeZod, namesOfLaterPackages],
      "@typescript-eslint/consistent-type-assertions": [
        "error",
        { assertionStyle: "as", objectLiteralTypeAssertions: "never" },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
    },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: { "max-lines-per-function": "off", "@typescript-eslint/no-unused-expressions": "off" },
  },
  {
    files: ["scripts/**/*.ts", "bench/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["emulator/**/*.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [clientsOfAws] }] },
  },
  ...importDirections,
);
