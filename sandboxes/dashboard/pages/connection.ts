/** How the line to the server is. */
export type Connection = "connecting" | "live" | "lost" | "troubled" | "signed out";
