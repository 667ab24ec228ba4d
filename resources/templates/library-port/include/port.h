#ifndef @ID@_PORT_H
#define @ID@_PORT_H

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the sources that are built. */
const char *@id@_port_version(void);

#ifdef __cplusplus
}
#endif

#endif
