# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages of which each is a question of its own for a registry: what was answered is not asked again."""
import atexit
import pathlib
import shutil
import tempfile

ORIGINAL = pathlib.Path(__file__).resolve().parents[1] / 'data/client/lookup-unsigned.eml'
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix='bellbuoy-lookup-'))
atexit.register(shutil.rmtree, FOLDER, True)


def domain_of(name):
    return f'{name}.shop'


def subject_of(name):
    """It is in the text, too."""
    return f'Books {name}'


def write_mail(name):
    path = FOLDER / f'{name}.eml'
    text = ORIGINAL.read_text(encoding='utf-8')
    for old, new in (('vecterdian.shop', domain_of(name)), ('Books of the year', subject_of(name)),
                     ('The books of the year are out.', subject_of(name)), ('year@', f'{name}@')):
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, encoding='utf-8')
    return path
