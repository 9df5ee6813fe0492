import * as pulumi from "@pulumi/pulumi";

/**
 * What every component of Keylab is: a group of resources that hands over some plain values to whoever deploys it.
 */
export abstract class Component<Outputs extends object> extends pulumi.ComponentResource {
  /**
   * What the component hands over: names, ARNs, credentials. One value that is secret makes the whole of it a Pulumi
   * secret; the component's own properties are secret one by one.
   */
  abstract readonly outputs: pulumi.Output<Outputs>;
}
