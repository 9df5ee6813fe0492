import { invalidCombination, invalidValue } from "./errors.ts";

interface Limits {
  readonly minimum: number;
  readonly maximum: number;
}

/** What a type of volume can be. */
interface TypeLimits {
  /** In GiB. */
  readonly size: Limits;
  /** Absent: they cannot be chosen. */
  readonly iops?: Limits & { readonly default?: number; readonly perGiB: number };
  /** In MiB/s. Absent: it cannot be chosen. */
  readonly throughput?: Limits & { readonly default: number };
  readonly canMultiAttach?: boolean;
}

/** Source: EC2 API Reference, CreateVolume; EBS User Guide, "Amazon EBS volume types", for the ratios. */
const types = {
  gp2: { size: { minimum: 1, maximum: 16_384 } },
  gp3: {
    size: { minimum: 1, maximum: 65_536 },
    iops: { minimum: 3_000, maximum: 80_000, default: 3_000, perGiB: 500 },
    throughput: { minimum: 125, maximum: 2_000, default: 125 },
  },
  io1: {
    size: { minimum: 4, maximum: 16_384 },
    iops: { minimum: 100, maximum: 64_000, perGiB: 50 },
    canMultiAttach: true,
  },
  io2: {
    size: { minimum: 4, maximum: 65_536 },
    iops: { minimum: 100, maximum: 256_000, perGiB: 1_000 },
    canMultiAttach: true,
  },
  sc1: { size: { minimum: 125, maximum: 16_384 } },
  st1: { size: { minimum: 125, maximum: 16_384 } },
  standard: { size: { minimum: 1, maximum: 1_024 } },
} as const satisfies Record<string, TypeLimits>;

/** A type of volume, for example `gp3`. */
export type VolumeTypeName = keyof typeof types;

/** What can be chosen of a volume. */
export interface VolumeSettings {
  readonly type: VolumeTypeName;
  /** In GiB. */
  readonly size: number;
  readonly iops?: number;
  /** In MiB/s. */
  readonly throughput?: number;
  readonly isMultiAttach: boolean;
}

/**
 * Settings that EC2 would accept, with the defaults of the type. Throws InvalidParameterValue and InvalidParameterCombination;
 * the wordings about IOPS are seen in the issues of AWS's clients, the others are not recorded anywhere.
 */
export function volumeSettings(wanted: VolumeSettings): VolumeSettings {
  const { type, size, isMultiAttach } = wanted;
  const limits: TypeLimits = types[type];
  if (size < limits.size.minimum) {
    throw invalidValue(`Volume of ${size}GiB is too small; minimum is ${limits.size.minimum}GiB.`);
  }
  if (size > limits.size.maximum) {
    throw invalidValue(
      `Volume of ${size}GiB is too large for volume type ${type}; maximum is ${limits.size.maximum}GiB.`,
    );
  }
  if (isMultiAttach && !limits.canMultiAttach) {
    throw invalidCombination(`The parameter MultiAttachEnabled is not supported for ${type} volumes.`);
  }
  const iops = iopsOf(wanted, limits);
  return { type, size, iops, throughput: throughputOf(wanted, limits, iops), isMultiAttach };
}

function iopsOf({ type, size, iops }: VolumeSettings, { iops: limits }: TypeLimits): number | undefined {
  if (!limits) {
    if (iops !== undefined) throw invalidCombination(`The parameter iops is not supported for ${type} volumes.`);
    // Three IOPS for each GiB, within limits. Source: EBS User Guide, "General Purpose SSD volumes".
    return type === "gp2" ? Math.min(Math.max(100, 3 * size), 16_000) : undefined;
  }
  const chosen = iops ?? limits.default;
  if (chosen === undefined) throw invalidCombination(`The parameter iops must be specified for ${type} volumes.`);
  checkLimits("iops", chosen, limits);
  // What the type gives to all is there for the smallest volumes too.
  if (chosen !== limits.default && chosen / size > limits.perGiB) {
    const ratio = (chosen / size).toFixed(6);
    throw invalidValue(`Iops to volume size ratio of ${ratio} is too high; maximum is ${limits.perGiB}`);
  }
  return chosen;
}

function throughputOf(
  { type, throughput }: VolumeSettings,
  { throughput: limits }: TypeLimits,
  iops = Infinity,
): number | undefined {
  if (!limits) {
    if (throughput === undefined) return undefined;
    throw invalidCombination(`The parameter throughput is not supported for ${type} volumes.`);
  }
  const chosen = throughput ?? limits.default;
  checkLimits("throughput", chosen, limits);
  // Source: EBS User Guide, "General Purpose SSD volumes": 0.25 MiB/s for each IOPS.
  if (chosen / iops <= 0.25) return chosen;
  const ratio = (chosen / iops).toFixed(6);
  throw invalidValue(`Throughput (MiBps) to iops ratio of ${ratio} is too high; maximum is 0.250000 MiBps per iops.`);
}

function checkLimits(what: string, value: number, { minimum, maximum }: Limits): void {
  if (value < minimum) throw invalidValue(`Volume ${what} of ${value} is too low; minimum is ${minimum}.`);
  if (value > maximum) throw invalidValue(`Volume ${what} of ${value} is too high; maximum is ${maximum}.`);
}
