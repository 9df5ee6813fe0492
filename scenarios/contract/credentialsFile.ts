/** A file with the sign-in details of a user, as the console offers it for download. */
export interface CredentialsFile<Needs extends object = object> {
  /** The file's name, and its content: secret. */
  write(deployed: Needs): { readonly name: string; readonly content: string };
}

/** What the file is made of. */
interface SignIn {
  readonly userName: string;
  readonly password?: string;
  readonly signInUrl?: string;
}

/**
 * The file `<user>_credentials.csv` of a deployed user with console access.
 * Source: IAM console, "Retrieve password" of a new user.
 */
export function credentialsFileOf<User extends string>(user: User): CredentialsFile<Record<User, SignIn>> {
  return {
    write(deployed) {
      const { userName, password = "", signInUrl = "" } = deployed[user];
      const header = "User name,Password,Console sign-in URL";
      const row = [userName, password, signInUrl].map(csvField).join(",");
      return { name: `${userName}_credentials.csv`, content: `${header}\r\n${row}\r\n` };
    },
  };
}

/** Source: RFC 4180. */
function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
