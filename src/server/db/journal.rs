//! Looking after the engine's journal before the engine does.
//!
//! SurrealKV 0.21.4 loses acknowledged writes in two ways, and says nothing:
//! - where the journal ends in the middle of a record, as a kill leaves it, it starts, appends after the torn end, and at
//!   the next start cannot read what was appended (`tests/it/durability.rs` shows it for every kind of end);
//! - where a record in the middle is damaged, it cuts the journal there, or deletes the file if that is the first.
//!
//! So a torn end, which nobody was ever told was written, is cut off here (it stays in the folder as `torn.wal`); and damage
//! stops the start and touches nothing.
//!
//! The format is LevelDB's: blocks of 32 KiB, in them records of a checksum, a length, a kind and the data.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use crate::error::is_full;

const BLOCK: usize = 32 * 1024;
const HEADER: usize = 7;
/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// What a look at the journal came to.
#[derive(Debug, PartialEq)]
pub enum Journal {
    /// Every record can be read; a torn end is gone.
    Sound,
    /// Another program has the folder; nothing was looked at.
    InUse,
    /// This file is damaged; nothing was touched.
    Damaged(PathBuf),
}

/// Looks through the journal of a data folder and cuts off a torn end.
///
/// # Errors
/// What the file system says.
pub fn look_after(folder: &Path) -> io::Result<Journal> {
    // The engine's own lock, so that the journal of a running program is left alone. Free again when this returns.
    let lock = match File::options().read(true).write(true).open(folder.join("LOCK")) {
        Ok(lock) => lock,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Journal::Sound),
        Err(error) => return Err(error),
    };
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(Journal::InUse),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    let mut files = match fs::read_dir(folder.join("wal")) {
        Ok(entries) => entries
            .map(|entry| Ok(entry?.path()))
            .collect::<io::Result<Vec<PathBuf>>>()?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Journal::Sound),
        Err(error) => return Err(error),
    };
    files.retain(|path| path.extension().is_some_and(|it| it == "wal"));
    files.sort();
    let last = files.last().cloned();
    let mut torn = None;
    for file in files {
        match state(File::open(&file)?)? {
            State::Whole => {}
            State::Torn(end) if Some(&file) == last.as_ref() => torn = Some((file, end)),
            State::Torn(_) | State::Damaged => return Ok(Journal::Damaged(file)),
        }
    }
    if let Some((file, end)) = torn {
        let kept = folder.join("torn.wal");
        tracing::warn!(
            file = %file.display(), end, kept = %kept.display(),
            "the journal ended in the middle of a write that nobody was told was done; that end is cut off, and kept apart"
        );
        let mut file = File::options().read(true).write(true).open(file)?;
        keep(&mut file, end, &kept)?;
        file.set_len(end)?;
        file.sync_all()?;
    }
    Ok(Journal::Sound)
}

/// Writes what comes after `end` to a file of its own. On a full disk it is let go: the room it frees may be what was missing.
fn keep(file: &mut File, end: u64, kept: &Path) -> io::Result<()> {
    file.seek(SeekFrom::Start(end))?;
    match File::create(kept).and_then(|mut kept| io::copy(file, &mut kept)) {
        Err(error) if is_full(&error.to_string()) => {
            tracing::warn!(%error, "the torn end could not be kept");
            fs::remove_file(kept).or_else(|error| match error.kind() {
                io::ErrorKind::NotFound => Ok(()),
                _ => Err(error),
            })
        }
        done => done.map(drop),
    }
}

#[derive(Debug, PartialEq)]
enum State {
    Whole,
    /// Whole up to here.
    Torn(u64),
    Damaged,
}

/// How far a file can be read.
struct Walk {
    /// Where the last record ends that is whole in all its parts.
    end: u64,
    /// Whether parts have been read of a record that goes on.
    is_open: bool,
}

fn state(mut bytes: impl Read) -> io::Result<State> {
    let mut walk = Walk { end: 0, is_open: false };
    let mut length = 0;
    let mut block = Vec::with_capacity(BLOCK);
    loop {
        block.clear();
        bytes.by_ref().take(BLOCK as u64).read_to_end(&mut block)?;
        if let Err(is_torn) = walk.through(&block, length) {
            return Ok(if is_torn { State::Torn(walk.end) } else { State::Damaged });
        }
        length += block.len() as u64;
        if block.len() < BLOCK {
            return Ok(if walk.end == length {
                State::Whole
            } else {
                State::Torn(walk.end)
            });
        }
    }
}

impl Walk {
    /// Reads a block, in which every part of a record ends. An error says whether a kill or a power cut can have left it so.
    fn through(&mut self, block: &[u8], begins: u64) -> Result<(), bool> {
        let mut at = 0;
        while let Some(rest) = block.get(at..).filter(|rest| rest.len() >= HEADER) {
            if rest.iter().all(|byte| *byte == 0) {
                break;
            }
            let Some((kind, length)) = part(rest) else {
                let may_be_cut = block.len() < BLOCK
                    && is_longer(rest)
                    && !(1..rest.len()).any(|after| part(&rest[after..]).is_some());
                return Err(may_be_cut || was_never_written(rest));
            };
            // First and middle go on; full and last end. A first or a full one begins.
            let (begins_record, goes_on) = (kind != 3 && kind != 4, kind == 2 || kind == 3);
            if begins_record == self.is_open {
                return Err(false);
            }
            at += length;
            self.is_open = goes_on;
            if !goes_on {
                self.end = begins + at as u64;
            }
        }
        Ok(())
    }
}

/// The kind and the whole length of the part of a record that begins here, if it is right.
fn part(bytes: &[u8]) -> Option<(u8, usize)> {
    let (header, data) = bytes.split_at_checked(HEADER)?;
    let (checksum, kind) = (
        u32::from_be_bytes([header[0], header[1], header[2], header[3]]),
        header[6],
    );
    let data = data.get(..length(header))?;
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&[kind]);
    hasher.update(data);
    // Full, first, middle, last; 9 says how the rest is compressed.
    let is_known = matches!(kind, 1..=4 | 9);
    (is_known && hasher.finalize() == checksum).then_some((kind, HEADER + data.len()))
}

/// Whether what begins here would be longer than what there is.
fn is_longer(bytes: &[u8]) -> bool {
    matches!(bytes.get(6), Some(1..=4 | 9)) && length(bytes) > bytes.len() - HEADER
}

fn length(header: &[u8]) -> usize {
    usize::from(u16::from_be_bytes([header[4], header[5]]))
}

fn was_never_written(bytes: &[u8]) -> bool {
    bytes.windows(SECTOR).any(|sector| sector.iter().all(|byte| *byte == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(kind: u8, data: &[u8]) -> Vec<u8> {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&[kind]);
        hasher.update(data);
        let length = u16::try_from(data.len()).unwrap();
        [
            &hasher.finalize().to_be_bytes()[..],
            &length.to_be_bytes(),
            &[kind],
            data,
        ]
        .concat()
    }

    fn state(bytes: impl AsRef<[u8]>) -> State {
        super::state(bytes.as_ref()).unwrap()
    }

    #[test]
    fn wherever_the_last_record_is_cut_the_end_is_torn() {
        let first = part(1, &[7; 900]);
        let whole = [first.clone(), part(1, &[8; 2_000])].concat();
        assert_eq!(state([]), State::Whole);
        assert_eq!(state(&whole), State::Whole);
        for cut in first.len() + 1..whole.len() {
            assert_eq!(state(&whole[..cut]), State::Torn(907), "cut at {cut}");
        }
        assert_eq!(state(&whole[..first.len()]), State::Whole);
    }

    #[test]
    fn a_record_in_two_blocks_is_whole_with_both_parts() {
        let filler = part(1, &vec![7; BLOCK - 2 * HEADER - 100]);
        let edge = [filler.clone(), part(2, &[8; 100])].concat();
        assert_eq!(edge.len(), BLOCK);
        assert_eq!(state([edge.clone(), part(4, &[8; 50])].concat()), State::Whole);
        assert_eq!(state(&edge), State::Torn(filler.len() as u64));
        assert_eq!(
            state([edge, part(1, &[9; 50])].concat()),
            State::Damaged,
            "somebody has written after a torn end"
        );
    }

    #[test]
    fn what_was_never_written_is_torn_and_what_was_changed_is_damaged() {
        let whole = [part(1, &[7; 900]), part(1, &[8; 2_000]), part(1, &[9; 10])].concat();
        assert_eq!(
            state([whole.clone(), vec![0; 5_000]].concat()),
            State::Torn(whole.len() as u64)
        );
        let mut unwritten = whole.clone();
        unwritten[1_024..1_024 + SECTOR].fill(0);
        assert_eq!(state(&unwritten), State::Torn(907));
        for changed in [0, 5, 6, 100, 908, 911, 1_500] {
            let mut flipped = whole.clone();
            flipped[changed] ^= 0x41;
            assert_eq!(state(&flipped), State::Damaged, "byte {changed}");
        }
        assert_eq!(state(vec![0xA5; whole.len()]), State::Damaged);
    }

    #[test]
    fn only_the_end_of_the_last_file_is_cut_and_never_of_a_folder_in_use() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(look_after(folder.path()).unwrap(), Journal::Sound, "no database yet");
        let wal = folder.path().join("wal");
        fs::create_dir(&wal).unwrap();
        let lock = File::create(folder.path().join("LOCK")).unwrap();
        let (one, two) = (
            wal.join("00000000000000000001.wal"),
            wal.join("00000000000000000002.wal"),
        );
        fs::write(&one, [part(1, b"done"), part(1, b"torn")[..8].to_vec()].concat()).unwrap();
        lock.lock().unwrap();
        assert_eq!(look_after(folder.path()).unwrap(), Journal::InUse);
        lock.unlock().unwrap();
        fs::write(&two, part(1, b"next")).unwrap();
        assert_eq!(look_after(folder.path()).unwrap(), Journal::Damaged(one.clone()));
        fs::remove_file(&two).unwrap();
        assert_eq!(look_after(folder.path()).unwrap(), Journal::Sound);
        assert_eq!(fs::read(&one).unwrap(), part(1, b"done"));
        assert_eq!(fs::read(folder.path().join("torn.wal")).unwrap(), part(1, b"torn")[..8]);
    }
}
