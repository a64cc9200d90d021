# SPDX-License-Identifier: LGPL-2.1-or-later
"""What `meson install` puts where Debian's Thunderbird looks for it, below another root; and that the package of the
extension is the same, byte for byte, made from a copy of its sources.

    test-install.py MESON SOURCE_ROOT BUILD_ROOT PREFIX LIBEXECDIR
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

MESON = sys.argv[1]
SOURCE, BUILD, PREFIX, LIBEXEC = map(pathlib.Path, sys.argv[2:])
ID = 'bellbuoy@bellbuoy.org'
HOST_NAME = 'org.bellbuoy.host'
OUR_FOLDERS = ('schemas', 'bellbuoy', 'bellbuoy-1')  # while nobody else has files there


def install(root):
    """The prefix, as it is below `root`."""
    subprocess.run([MESON, 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', root], check=True)
    return below(root, PREFIX)


def below(root, path):
    return root / path.relative_to('/')


def check_extension(prefix):
    """A link that is good wherever the prefix comes to lie; what it is that Thunderbird finds."""
    link = prefix / 'lib/thunderbird/extensions' / f'{ID}.xpi'
    assert link.is_symlink() and not os.path.isabs(os.readlink(link)), link
    package = link.resolve(strict=True)
    assert prefix.resolve() in package.parents, package
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        manifest = json.loads(archive.read('manifest.json'))
    assert manifest['browser_specific_settings']['gecko']['id'] == ID, manifest
    return package


def check_host(root, prefix):
    """Thunderbird starts the program by its path, for this extension alone."""
    manifest = json.loads((prefix / 'lib/mozilla/native-messaging-hosts' / f'{HOST_NAME}.json').read_text('utf-8'))
    assert manifest['name'] == HOST_NAME and manifest['type'] == 'stdio', manifest
    assert manifest['allowed_extensions'] == [ID], manifest
    program = pathlib.Path(manifest['path'])
    assert program == LIBEXEC / 'bellbuoy-host', program
    assert os.access(below(root, program), os.X_OK), program


def check_same_bytes(package, folder):
    """Made elsewhere, by somebody else's settings, and from files of another age."""
    for name in ('client/shown', 'plugin/thunderbird', 'po'):
        shutil.copytree(SOURCE / name, folder / name, copy_function=shutil.copyfile)
    output = folder / f'{ID}.xpi'
    subprocess.run([sys.executable, folder / 'plugin/thunderbird/pack.py', folder,
                    BUILD / 'plugin/thunderbird/manifest.json', output, folder / 'depfile'],
                   check=True, umask=0o077, env=os.environ | {'TZ': 'Asia/Tokyo', 'PYTHONHASHSEED': '1'})
    assert output.read_bytes() == package.read_bytes(), 'the package differs'


def check_uninstalled(root, prefix):
    """Nothing is left, be it compiled from what was there, or a folder of ours that an earlier installation made."""
    install(root)
    (prefix / 'share/glib-2.0/schemas/gschemas.compiled').touch()
    subprocess.run([SOURCE / 'script/uninstall', BUILD], check=True, stdout=subprocess.DEVNULL)
    left = [path for path in root.rglob('*') if not path.is_dir() or path.name in OUR_FOLDERS]
    assert not left, left


with tempfile.TemporaryDirectory() as scratch:
    destination = pathlib.Path(scratch, 'root')
    installed = install(destination)
    check_host(destination, installed)
    check_same_bytes(check_extension(installed), pathlib.Path(scratch, 'copy'))
    check_uninstalled(destination, installed)
