/** A certificate of its own for `example.com`, good until 2126, made for these tests. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBgzCCASmgAwIBAgIUQQCngojRzq4TR6InNzi4Ci8ONEIwCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLZXhhbXBsZS5jb20wIBcNMjYxMTI1MDIyOTAzWhgPMjEyNjEx
MDEwMjI5MDNaMBYxFDASBgNVBAMMC2V4YW1wbGUuY29tMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEUkPbjFC9i9fGzwIKw9KlF8FfhBwy2L2IjNQRFFx37ZICBo24
b43prRgKUIXbBJHVZHoCgSuKUbRy4wB+pEFDSKNTMFEwHQYDVR0OBBYEFD8k2s2D
XX8JdZDAwSguNeENQve7MB8GA1UdIwQYMBaAFD8k2s2DXX8JdZDAwSguNeENQve7
MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAM7MXOO35mHOrV1Q
guAX9KZK9P/iz5s9Kz8VpoEsqxllAiBSUZGkU8HJvppYGoha8hAa9t77CAGkM6SJ
IWTIgQUXvw==
-----END CERTIFICATE-----`;

/** The private key of {@link certificate}, which guards nothing. */
export const privateKey = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEINTJYdYVsHvfsqyJgO2KPk1P6GM5YkfB+b/gSiQ1gUjZoAoGCCqGSM49
AwEHoUQDQgAEUkPbjFC9i9fGzwIKw9KlF8FfhBwy2L2IjNQRFFx37ZICBo24b43p
rRgKUIXbBJHVZHoCgSuKUbRy4wB+pEFDSA==
-----END EC PRIVATE KEY-----`;

/** Another certificate, of another key. */
export const anotherCertificate = `-----BEGIN CERTIFICATE-----
MIIBkTCCATmgAwIBAgIUEtfZtKrXDOxSuOr18dkH+RA6r+EwCgYIKoZIzj0EAwIw
HjEcMBoGA1UEAwwTYW5vdGhlci5leGFtcGxlLmNvbTAgFw0yNjExMjUwMjI5MDNa
GA8yMTI2MTEwMTAyMjkwM1owHjEcMBoGA1UEAwwTYW5vdGhlci5leGFtcGxlLmNv
bTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHljQrI699yUeXLoi0Jcq1/hMHP6
5HJq2TSCBNFJQ8+b6IgRxaHjtgteqzjEZxhsUGKS9mchLBk3Fy8EDY39vPCjUzBR
MB0GA1UdDgQWBBRDzkEI/XfesFicKMXi/fShybLu6zAfBgNVHSMEGDAWgBRDzkEI
/XfesFicKMXi/fShybLu6zAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0YA
MEMCIDaQcDMwkyP9flultmdGEu4xemkmTGMgriv5RNQc8BPOAh8KKFzLjFN4Lk4H
WxyBTS0dEFjAcCq1eKzB7XLu2uUA
-----END CERTIFICATE-----`;

/** An RSA key of 2,048 bits in OpenSSH's format. */
export const sshKey = [
  "ssh-rsa ",
  "AAAAB3NzaC1yc2EAAAADAQABAAABAQCmKdR2eLnhHt7ALdCNl0AS3Uvsfgt7y9ItzIwjTNoUYk0nstVllOX9j2u4yAsPc/p1i93j1pUW+2t6PR",
  "y8k4R7TAZ3RSQzVawiadT0vHR5Uc24op5i5CPETREV6FKvJn7O8B/f3AOgmrsFR5NJ/zo+Q7CWf9h6vSNOaK9bd1vUAOWKifp8MGQHT6TMAQgS",
  "rik3Jg38+UkQcKypTK3ODAeg6BG4ZlQBygcurUmeEmOLJAozDmqwiz5VtUEEPx2cXOieF057Ul+Pfmg7VtetZXzoWl+nQodcDDRdmjDXLggpov",
  "UwWQz6xhja9s/RWG/GdGArMQWTZ2QZlSDFgYooADTB",
].join("");

/** The fingerprint of {@link sshKey}, as ssh-keygen prints it. */
export const sshKeyFingerprint = "c0:65:3f:72:93:2c:b3:5a:44:60:f0:53:ee:7b:dc:3d";

/** The metadata of a SAML provider, as long as IAM wants them. */
export const samlMetadata = `<EntityDescriptor entityID="https://idp.example.com/saml">${" ".repeat(1000)}</EntityDescriptor>`;
