import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "./toolchainOptions.ts";

/**
 * The environment for Go: everything it downloads, compiles and notes goes into `folder`, and nothing that the user set
 * for projects of their own (workspaces, flags, another operating system to build for) changes the result. What is
 * needed to reach the module proxy (`GOPROXY`, `GOPRIVATE`, … and the user's `go env -w` file) stays in force.
 */
export function goEnvironment(environment: Environment, folder: string): Environment {
  const goPath = join(folder, "gopath");
  const config = nonEmpty(environment.XDG_CONFIG_HOME) ?? join(nonEmpty(environment.HOME) ?? homedir(), ".config");
  // Go's telemetry counters follow XDG_CONFIG_HOME; so would the user's settings, unless GOENV names their file.
  const onXdg = process.platform !== "darwin" && process.platform !== "win32";
  return {
    ...environment,
    ...(onXdg && {
      XDG_CONFIG_HOME: join(folder, "config"),
      GOENV: nonEmpty(environment.GOENV) ?? join(config, "go", "env"),
    }),
    GOPATH: goPath,
    GOMODCACHE: join(goPath, "pkg", "mod"),
    GOCACHE: join(folder, "gocache"),
    GOTMPDIR: join(folder, "tmp"),
    GOFLAGS: "-modcacherw -buildvcs=false -trimpath",
    GOWORK: "off",
    GO111MODULE: "on",
    CGO_ENABLED: "0",
    GOOS: undefined,
    GOARCH: undefined,
  };
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}
