/**
 * TLS: where a server's certificate and key come from ({@link chat.parley.tls.ServerTls}), and the
 * stage that encrypts a connection's bytes ({@link chat.parley.tls.TlsStage}). It knows streams,
 * but nothing of what is said on them.
 */
package chat.parley.tls;
